/**
 * Days from the day of seeding: -30 is thirty days ago. Weekends and holidays move to the working day
 * before.
 */
export type Ago = number
