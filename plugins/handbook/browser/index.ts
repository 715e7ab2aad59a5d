// What every page runs: nothing here is needed to read a page.
import { startCalculators } from "../components/calculator/start";
import { startCalendar } from "../components/calendar/calendar";
import { startChanges } from "../components/change/change";
import { startEditions } from "../components/editions/editions";
import { startFlows } from "../components/flow/flow";
import { startFit } from "../components/fit/fit";
import { startMarks } from "../components/fit/marking";
import { startForms } from "../components/form/start";
import { startTerms } from "../components/term/term";
import { startLibrary } from "../components/library/library";
import { startPaper } from "./paper";
import { startReview } from "./review";
import { startSearch } from "../search/page/start";

startFlows();
startReview();
startPaper();
startSearch();
startFit();
startMarks();
startForms();
startCalculators();
startCalendar();
startChanges();
startEditions();
startLibrary();
startTerms();
