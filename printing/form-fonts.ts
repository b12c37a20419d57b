/** By itself: whoever only wants to know which fonts forms are drawn with needs nothing that draws them. */
export { FORM_FONT_VERSION } from './forms/form-fonts.ts';
