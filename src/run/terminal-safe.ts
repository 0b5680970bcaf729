/** Text from an article, fit for a terminal: control and direction characters, which could redraw it, are left out. */
export const terminalSafe = (text: string): string =>
  text.replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, ' ')
