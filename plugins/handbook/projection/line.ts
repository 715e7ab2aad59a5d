// The line between the wall and the speaker's window: messages between windows, which work from a folder too; where
// the windows do not know each other, what one writes into this machine's storage the other is told of.
import { Times } from "./clock";
import { write } from "./wall";

export interface State {
  /** `part` is the key of its times, `name` its words. */
  deck: string; hash: string; note: string; part: string; name: string; times: Times; size: number; width: number; height: number; unit: number; dark: boolean; next: string;
}

interface Message { hb: "present"; side: string; room: string; n: number; command: string; argument: string; state?: State }

const KEY = "hb-present-line";

/** The name of this wall's line; it stays the same over reloads and from deck to deck. */
export function roomOf(): string {
  const known = /^hb-wall-(\w+)$/.exec(window.name);
  if (known) return known[1] as string;
  const room = `${Date.now().toString(36)}${Math.floor(Math.random() * 1e6).toString(36)}`;
  window.name = `hb-wall-${room}`;
  return room;
}

export class Line {
  private peer: Window | null = window.opener as Window | null;
  private n = Date.now();
  private heard = 0;
  /** Whether a message came from window to window: then storage is not needed. */
  private sure = false;
  private hear: (command: string, argument: string, state?: State) => void = () => undefined;

  /** `side` is "wall" or "speaker". */
  constructor(private readonly side: string, private readonly room: string) {
    window.addEventListener("message", (event: MessageEvent) => {
      if (!this.take(event.data as Message | null) || !event.source) return;
      this.peer = event.source as Window;
      this.sure = true;
    });
    window.addEventListener("storage", (event) => {
      if (event.key !== `${KEY}:${this.room}` || !event.newValue) return;
      try {
        this.take(JSON.parse(event.newValue) as Message);
      } catch {
        // Not ours.
      }
    });
  }

  listen(hear: (command: string, argument: string, state?: State) => void): void {
    this.hear = hear;
  }

  /** Opens the other window; false if the browser does not let us. */
  open(address: string): boolean {
    const opened = window.open(address, `hb-speaker-${this.room}`, "width=1100,height=760");
    if (!opened) return false;
    this.peer = opened;
    return true;
  }

  send(command: string, argument: string | State = ""): void {
    const message: Message = { hb: "present", side: this.side, room: this.room, n: (this.n += 1), command, argument: typeof argument === "string" ? argument : "" };
    if (typeof argument !== "string") message.state = argument;
    if (this.peer && !this.peer.closed) this.peer.postMessage(message, "*");
    if (!this.sure || !this.peer || this.peer.closed) write(`${KEY}:${this.room}`, JSON.stringify(message));
  }

  // Whether a message is for us and new: each comes by both ways.
  private take(message: Message | null): boolean {
    if (!message || message.hb !== "present" || message.room !== this.room || message.side === this.side) return false;
    if (message.n <= this.heard && this.heard - message.n < 1000) return true;
    this.heard = message.n;
    this.hear(message.command, message.argument, message.state);
    return true;
  }
}
