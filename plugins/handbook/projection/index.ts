// What a deck runs: the projection, or in the window that the trainer opened beside it the speaker's view.
import { Projection } from "./projection";
import { Speaker } from "./speaker";

const room = new URLSearchParams(location.search).get("speaker");
void (room === null ? new Projection() : new Speaker(room)).start();
