/** The fields of typed blocks by the attribute they hold. Owns the choice; must not know the editor. */
import type { BLOCK_ATTRIBUTES } from '../../../../shared/notes/blocks.ts';
import { carriedField } from './carried-field.ts';
import { dateField } from './date-field.ts';
import { doneField } from './done-field.ts';
import type { BlockField, FieldWishes } from './field.ts';
import { personField } from './person-field.ts';
import { pictureField } from './picture-field.ts';
import { placeField } from './place-field.ts';
import { wordsField } from './words-field.ts';

export type BlockAttribute = (typeof BLOCK_ATTRIBUTES)[keyof typeof BLOCK_ATTRIBUTES][number];

export const fieldFor = (attribute: BlockAttribute, wishes: FieldWishes): BlockField => {
  switch (attribute) {
    case 'person':
    case 'owner':
      return personField(attribute, wishes);
    case 'due':
      return dateField(wishes);
    case 'source':
    case 'credit':
    case 'alt':
      return wordsField(attribute, wishes);
    case 'done':
      return doneField(wishes);
    case 'carried':
      return carriedField(wishes);
    case 'place':
      return placeField(wishes);
    case 'file':
      return pictureField(wishes);
  }
};
