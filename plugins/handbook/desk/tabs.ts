// The tabs of a case, in their order. A part that is there puts its own in; its name is `tabs.<id>` in the words.
import { showArchive } from "./archiving";
import { showPlan } from "./dates/view";
import { showPapers } from "./papers/view";
import type { Show } from "./shapes";
import { showTasks } from "./tasklist";

export interface Tab { id: string; show: Show }

export const TABS: Tab[] = [
  { id: "tasks", show: showTasks },
  { id: "dates", show: showPlan },
  { id: "papers", show: showPapers },
  { id: "archive", show: showArchive },
];
