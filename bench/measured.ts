/** One thing that was measured, with the limit of issue and design; null where there is none to keep. */
export type Figure = {
  readonly name: string
  readonly measured: number
  readonly limit: number | null
  readonly unit: 's' | 'ms' | 'MB' | ''
  readonly note?: string
}

export type Table = {
  readonly title: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

export type Measured = {
  readonly figures: readonly Figure[]
  readonly tables: readonly Table[]
  /** What went wrong on the way: an address that answered with an error, a check that did not agree. */
  readonly problems: readonly string[]
}

export const together = (...all: readonly Measured[]): Measured => ({
  figures: all.flatMap(one => one.figures),
  tables: all.flatMap(one => one.tables),
  problems: all.flatMap(one => one.problems),
})

/** How long some work takes, in seconds, and what it gave. */
export async function timed<Value>(work: () => Promise<Value>): Promise<{ took: number; value: Value }> {
  const began = performance.now()
  const value = await work()
  return { took: (performance.now() - began) / 1000, value }
}
