import { type RawBuilder, sql } from 'kysely'

/**
 * A table for SQL, as `next (instruction_id, attempt)`: how often each payment goes a way once it goes the
 * next. All are counted before the first is written: counted one by one, the table that fills up would be
 * read again for each payment.
 */
export const nextAttempts = (instructions: readonly string[]): RawBuilder<unknown> =>
  sql`(select asked.id as instruction_id, 1 + count(w.attempt) as attempt
    from unnest(${[...instructions]}::uuid[]) as asked (id)
      left join payments.way w on w.instruction_id = asked.id
    group by asked.id) as next`
