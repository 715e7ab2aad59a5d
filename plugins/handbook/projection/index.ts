// What a deck runs: the projection, or in the window that the trainer opened beside it the speaker's view.
import { enrol } from "./enrol";
import { Projection } from "./projection";
import { Speaker } from "./speaker";

const room = new URLSearchParams(location.search).get("speaker");
void enrol(location.hash).then((lesson) => (room === null ? new Projection(lesson) : new Speaker(room, lesson)).start());
