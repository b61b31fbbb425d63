/** Of two directions the weaker one counts this share: mutual matches rank above one-sided ones. */
export const shareOfWeaker = 0.6;
/** The other side of the border and a language in common raise what two organisations are worth to each other. */
export const acrossBorder = 1.25;
export const inOneLanguage = 1.1;
