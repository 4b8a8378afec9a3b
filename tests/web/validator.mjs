// html-validate as every page is held against it.
import { HtmlValidate } from 'html-validate';

/** A checker of pages; ARIA lets a list have a name. */
export const pageValidator = () =>
  new HtmlValidate({ root: true, extends: ['html-validate:standard', 'html-validate:a11y'], rules: { 'aria-label-misuse': ['error', { allowAnyNamable: true }] } });
