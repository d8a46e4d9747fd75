/** Does the work for each, in their order, so many at the same time. */
export async function inTurn<One>(
  all: readonly One[],
  atOnce: number,
  work: (one: One) => Promise<unknown>,
): Promise<void> {
  const waiting = [...all]
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await work(next)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}
