/** Lists of tasks, beside the plain lists of the starter kit. Owns the words for a task's box. */
import { TaskItem, TaskList } from '@tiptap/extension-list';
import { say } from '../../../shared/languages/area.ts';
import { boardArea } from '../../../shared/languages/areas/board.ts';
import type { Surroundings } from './surroundings.ts';

export const taskLists = (around: Pick<Surroundings, 'language'>) => [
  TaskList,
  TaskItem.configure({
    nested: true,
    a11y: {
      checkboxLabel: (node) =>
        node.textContent === ''
          ? say(boardArea, around.language(), 'task')
          : say(boardArea, around.language(), 'taskOf', { text: node.textContent.slice(0, 120) }),
    },
  }),
];
