// The room of the handover file.
import { make } from "../projection/make";
import { today } from "./days";
import { button, Desk, heading } from "./desk";
import { packed } from "./handover";
import type { Place } from "./place";
import { say } from "./words";

export async function showHandover(box: HTMLElement, _: Place, desk: Desk): Promise<void> {
  box.append(heading(say("room.handover")), make("p", {}, say("handover.text")),
    make("p", {}, button("hand", () => download(fileName(), packed(desk.keep)), "hb-desk__do.hb-desk__do--main")));
}

export function fileName(): string {
  return say("handover.file", { day: today() });
}

/** Hands a text to the reader as a file. */
export function download(name: string, text: string): void {
  const link = make<HTMLAnchorElement>("a", { href: URL.createObjectURL(new Blob([text], { type: "application/json" })) });
  link.download = name.replace(/[\\/:*?"<>|]/g, "_");
  document.body.append(link);
  link.click();
  link.remove();
}
