// What the pages of scoring forms run, and no other page.
import { startRanking } from "../ranking/ranking";
import { startForms } from "./form";

startForms();
startRanking();
