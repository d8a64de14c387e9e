import { LitElement } from 'lit';
import { customElement } from 'lit/decorators.js';

@customElement('plenary-table')
export class PlenaryTable extends LitElement {}
