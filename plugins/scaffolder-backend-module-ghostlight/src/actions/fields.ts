import type { z as zod } from 'zod/v3';
import { isPlainText } from '../texts/isPlainText';

type Z = typeof zod;

/** A text on one line, without control characters. */
export const line = (z: Z, max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine(text => isPlainText(text), 'one line without control characters');

/** A text of several lines, without other control characters. */
export const lines = (z: Z, max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine(
      text => isPlainText(text, { lines: true }),
      'no control characters but line breaks',
    );

/** Fields of an action's input that say where a file goes. */
export const placeFields = {
  targetPath: (z: Z) =>
    z
      .string()
      .max(200)
      .optional()
      .describe('Folder of the workspace that is written to; . by default'),
  existingPath: (z: Z) =>
    z
      .string()
      .max(200)
      .optional()
      .describe(
        'Folder of the workspace with the files of the repository; targetPath by default',
      ),
  ifExists: (z: Z) =>
    z
      .enum(['fail', 'append'])
      .optional()
      .describe(
        'What to do when the file is there: fail (default), or append a further document',
      ),
};

export const entityRefField = (z: Z) =>
  line(z, 300).describe('Entity that the document is about');

export const nameField = (z: Z) =>
  z
    .string()
    .regex(
      /^[a-zA-Z0-9]([-_.a-zA-Z0-9]{0,61}[a-zA-Z0-9])?$/,
      'up to 63 letters, digits, - _ and ., beginning and ending with a letter or digit',
    )
    .optional()
    .describe('Name of the document; made from the entity’s by default');

/** Outputs of the actions that write a document. */
export const documentOutputs = {
  file: (z: Z) => z.string().describe('The file, below targetPath'),
  ref: (z: Z) => z.string().describe('Entity that the document becomes'),
  content: (z: Z) => z.string().describe('The whole file'),
  preview: (z: Z) => z.string().describe('The file as Markdown, to be shown'),
  findings: (z: Z) =>
    z.array(z.string()).describe('What may be unwise about it'),
};
