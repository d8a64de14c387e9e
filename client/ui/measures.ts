/**
 * Custom properties on one element, such as a panel's width: `<div ${measures({ '--left': '20rem' })}>`. Lit's styleMap writes a style
 * attribute at first, which the pages' policy forbids; this sets them one by one from the beginning.
 */
import { nothing, type ElementPart } from 'lit';
import { Directive, directive, PartType, type PartInfo } from 'lit/directive.js';

type Measures = Readonly<Record<`--${string}`, string>>;

class MeasuresDirective extends Directive {
  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new Error('measures() stands on an element, not in an attribute');
  }

  render(_measures: Measures): typeof nothing {
    return nothing;
  }

  override update({ element }: ElementPart, [given]: [Measures]): typeof nothing {
    if (element instanceof HTMLElement) {
      for (const [name, value] of Object.entries(given)) element.style.setProperty(name, value);
    }
    return nothing;
  }
}

export const measures = directive(MeasuresDirective);
