/**
 * About me, in the person's own words, under the headings of the About Me standard that a personalised care
 * and support plan (DAPB4022) begins with. Always shown apart from what staff wrote.
 */
export const aboutMeHeadings = [
  { name: 'most-important', says: 'What matters most to me', asks: 'What do you not want to be without?' },
  { name: 'people', says: 'People who are important to me', asks: 'Who are they, and what are they to you?' },
  {
    name: 'communicate',
    says: 'How I communicate and how to communicate with me',
    asks: 'How do you say yes, no and stop? What helps you to understand?',
  },
  {
    name: 'wellness',
    says: 'My wellness',
    asks: 'What are you like on a good day? What tells us of a bad one?',
  },
  {
    name: 'please-do',
    says: 'Please do, and please don’t',
    asks: 'What should people always do, and what should they never do?',
  },
  {
    name: 'support',
    says: 'How and when to support me',
    asks: 'What do you need help with, at what time, and what do you do yourself?',
  },
  {
    name: 'worth-knowing',
    says: 'Also worth knowing about me',
    asks: 'Anything else: music, football, your dog.',
  },
  {
    name: 'written-by',
    says: 'Supported to write this by',
    asks: 'Who helped you to write it, and on which day?',
  },
] as const

export type AboutMeHeading = (typeof aboutMeHeadings)[number]

/** The heading of an address; null where there is no such heading. */
export const aboutMeHeading = (name: string): AboutMeHeading | null =>
  aboutMeHeadings.find(heading => heading.name === name) ?? null
