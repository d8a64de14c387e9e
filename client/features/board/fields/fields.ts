/** The fields of typed blocks by the attribute they hold. Owns the choice; must not know the editor. */
import { dateField } from './date-field.ts';
import type { BlockField, FieldWishes } from './field.ts';
import { personField } from './person-field.ts';
import { pictureField } from './picture-field.ts';
import { placeField } from './place-field.ts';
import { wordsField } from './words-field.ts';

export type BlockAttribute = 'person' | 'owner' | 'due' | 'source' | 'file' | 'credit' | 'place';

export const fieldFor = (attribute: BlockAttribute, wishes: FieldWishes): BlockField => {
  switch (attribute) {
    case 'person':
    case 'owner':
      return personField(attribute, wishes);
    case 'due':
      return dateField(wishes);
    case 'source':
    case 'credit':
      return wordsField(attribute, wishes);
    case 'place':
      return placeField(wishes);
    case 'file':
      return pictureField(wishes);
  }
};
