// What the page of the drill runs: it loads what is drilled as a script, for pages opened from a folder cannot fetch.
import { DrillPage } from "./page";
import { readPlace } from "./place";
import { Drill } from "./rounds";
import { make } from "../projection/make";
import { say } from "./words";

let opened: { slug: string; page: DrillPage } | null = null;

(window as unknown as { hbDrill: (drill: Drill) => void }).hbDrill = (drill) => {
  opened = { slug: drill.slug, page: new DrillPage(drill) };
  opened.page.open();
};

function open(): void {
  const { slug } = readPlace(location.hash);
  if (!slug) { if (opened) location.reload(); else document.body.setAttribute("data-ready", ""); return; }
  if (opened && opened.slug === slug) return opened.page.open();
  if (opened) return location.reload();
  if (!document.getElementById(slug) || !/^[a-z][a-z0-9-]*$/.test(slug)) {
    const choice = document.querySelector('[data-hb="drill-choice"]') as HTMLElement;
    choice.prepend(make("p.hb-verdict", { role: "alert" }, say("unknown", { slug })));
    document.body.setAttribute("data-ready", "");
    return;
  }
  document.body.append(make("script", { src: `assets/drill/${slug}.js` }));
}

addEventListener("hashchange", open);
open();
