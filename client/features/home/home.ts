import { LitElement } from 'lit';
import { customElement } from 'lit/decorators.js';

@customElement('plenary-home')
export class PlenaryHome extends LitElement {}
