// Finding what the templates marked for scripts.

export const find = (root: ParentNode, hook: string): HTMLElement | null => root.querySelector(`[data-hb="${hook}"]`);

export const all = <E extends Element>(root: ParentNode, hook: string): E[] =>
  Array.from(root.querySelectorAll<E>(`[data-hb="${hook}"]`));

export function on<E extends Event>(target: EventTarget, type: string, act: (event: E) => void): void {
  target.addEventListener(type, act as EventListener);
}
