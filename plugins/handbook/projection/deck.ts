// The deck as it stands in the page: read from the template, cut into slides, shown by reveal.js.
import Reveal from "reveal.js";
import { caseSources, chapterSources } from "./case";
import { changesSources } from "./changes";
import { cut } from "./cut";
import { Flow, readFlow } from "./flow";
import { procedureSources } from "./procedure";
import { diagramSources, formSources } from "./sheets";
import { Deck, Page, Source, slugOf } from "./source";
import { Slides } from "./walk";

const SHOWS: Record<string, (page: Page, deck: Deck) => Source[]> = {
  procedure: procedureSources, case: caseSources, chapter: chapterSources, diagram: diagramSources, form: formSources,
  changes: changesSources,
};

export class DeckOnPage {
  readonly slug: string;
  readonly title: string;
  readonly page: string;
  readonly flow: Flow | null;
  readonly sources: Source[];
  readonly picture: SVGSVGElement | null;
  slides: Slides = { list: [], flow: null };
  private readonly subflows: Record<string, string>;
  private readonly stage: HTMLElement;
  private readonly bed: HTMLElement;
  private readonly reveal: InstanceType<typeof Reveal>;
  private sections: HTMLElement[] = [];

  /** `before` are slides that stand before those of the page. */
  constructor(before: Source[] = []) {
    const { slug = "", kind = "", title = "", code = "", page = "", flow = "" } = document.body.dataset;
    this.slug = slug;
    this.title = title;
    this.page = page;
    this.flow = readFlow(flow);
    this.stage = document.querySelector('[data-hb="present-stage"]') as HTMLElement;
    this.bed = document.querySelector('[data-hb="present-slides"]') as HTMLElement;
    const content = (document.querySelector('[data-hb="present-page"]') as HTMLTemplateElement).content;
    const faces = content.querySelector(".hb-sprite");
    if (faces) document.body.append(faces.cloneNode(true));
    this.picture = kind === "chapter" || kind === "diagram" ? null : content.querySelector<SVGSVGElement>('[data-hb="flow"] svg.hb-picture');
    this.subflows = subflowsOf(content);
    const reader = SHOWS[kind];
    const read = reader ? reader(new Page(content), { kind, flow: this.flow, code, title }) : [];
    this.sources = [...before, ...read.filter((one) => one.groups.length || one.node)];
    this.reveal = new Reveal(this.stage.querySelector(".reveal") as HTMLElement, {
      disableLayout: true, center: false, hash: false, history: false, keyboard: false, touch: false, controls: false, progress: false,
      overview: false, help: false, transition: "none", backgroundTransition: "none", scrollActivationWidth: 0, postMessage: false,
      postMessageEvents: false, respondToHashChanges: false, hideInactiveCursor: false, plugins: [],
    } as never);
  }

  /** Cuts the slides for the window as it is. */
  cut(): void {
    this.bed.textContent = "";
    this.stage.style.setProperty("--hb-high", `${this.stage.clientHeight}px`);
    this.sections = cut(this.sources, this.stage, this.flow, this.subflows);
    this.bed.append(...this.sections);
    this.slides = {
      flow: this.flow,
      list: this.sources.map((one) => {
        const own = this.sections.filter((section) => section.id === one.id || section.id.indexOf(`${one.id}--`) === 0);
        return { id: one.id, node: one.node, pieces: own.length, covered: own.map((section) => section.querySelectorAll(".fragment").length) };
      }),
    };
  }

  async start(): Promise<void> {
    this.cut();
    await this.reveal.initialize();
  }

  /** Cuts anew, after the window or the text changed its size. */
  again(): void {
    this.cut();
    this.reveal.sync();
  }

  section(slide: string, piece: number): HTMLElement | undefined {
    const id = piece > 1 ? `${slide}--${piece}` : slide;
    return this.sections.find((one) => one.id === id);
  }

  source(slide: string): Source | undefined {
    return this.sources.find((one) => one.id === slide);
  }

  show(slide: string, piece: number, shown: number): void {
    const section = this.section(slide, piece);
    if (section) this.reveal.slide(this.sections.indexOf(section), 0, shown - 1);
  }

  /** The slide that a trainer means by 换届-07, 07 or 7. */
  byCode(text: string): Source | undefined {
    const asked = text.trim().toLowerCase().replace(/[\s－—–]/g, "-");
    const number = asked.replace(/^.*?(\d+)$/, "$1").padStart(2, "0");
    return this.sources.find((one) => one.code && one.code.toLowerCase() === asked)
      || (/^\d+$/.test(asked) ? this.sources.find((one) => one.node && one.label === number) : undefined);
  }
}

// The deck that each step opens: its file and its title.
function subflowsOf(content: DocumentFragment): Record<string, string> {
  const found: Record<string, string> = {};
  content.querySelectorAll<HTMLElement>(".hb-step[data-node]").forEach((card) => {
    const link = card.querySelector(".hb-step__subflow a");
    if (link) found[card.dataset.node || ""] = `${slugOf(link.getAttribute("href") || "")} ${link.textContent}`;
  });
  return found;
}
