// What every page runs: nothing here is needed to read a page.
import { startFlows } from "../components/flow/flow";
import { startPaper } from "./paper";
import { startReview } from "./review";
import { startSearch } from "../search/page/start";

startFlows();
startReview();
startPaper();
startSearch();
