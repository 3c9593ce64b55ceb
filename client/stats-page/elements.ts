/** Makes elements of the page. Text is always text: nothing of a container is ever read as HTML. */

export function element<Name extends keyof HTMLElementTagNameMap>(name: Name, properties: Partial<HTMLElementTagNameMap[Name]> = {}, ...children: readonly (Node | string)[]): HTMLElementTagNameMap[Name] {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

const svgSpace = 'http://www.w3.org/2000/svg';

export function svg(name: 'svg' | 'polyline' | 'line', attributes: Readonly<Record<string, string>>, ...children: readonly Node[]): SVGElement {
  const made = document.createElementNS(svgSpace, name);
  for (const [key, value] of Object.entries(attributes)) {
    made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

/** Touches nothing where the text is the same, so that a reader is not told of it again. */
export function setText(target: Node, text: string): void {
  if (target.textContent !== text) {
    target.textContent = text;
  }
}
