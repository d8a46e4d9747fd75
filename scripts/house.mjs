// Simple counts of the sources: how long files and functions are, and how much is tested.
import fs from 'node:fs'
import path from 'node:path'
import { root } from './node.mjs'

const isTest = file => /\.test\.(tsx?|mjs)$/.test(file) || file.startsWith('test/')

function filesIn(folder) {
  const at = path.join(root, folder)
  if (!fs.existsSync(at)) return []
  return fs
    .readdirSync(at, { recursive: true })
    .map(name => path.posix.join(folder, String(name).split(path.sep).join('/')))
    .filter(file => /\.(tsx?|mjs|sql)$/.test(file) && fs.statSync(path.join(root, file)).isFile())
}

/**
 * The functions of a file by the way it is laid out: from a line that opens one to the line that closes it at
 * the same depth. Answers `{name, lines}` of each.
 */
export function functionsIn(text) {
  const lines = text.split('\n')
  return lines.flatMap((line, at) => {
    const [, depth, name] =
      /^(\s*)(?:export )?(?:default )?(?:async )?function\*? ?(\w*)/.exec(line) ??
      /^(\s*)(?:export )?const (\w+)(?:: [^=]+)? = (?:async )?(?:<\w+[^>]*>)?\(?/.exec(line) ??
      []
    if (depth === undefined || !/[{(]$/.test(opening(lines, at))) return []
    const end = lines.findIndex(
      (other, below) => below > at && new RegExp(`^${depth}[}\\])]`).test(other) && !/\{$/.test(other),
    )
    const isFunction = /function|=>/.test(lines.slice(at, at + 12).join('\n'))
    return end === -1 || !isFunction ? [] : [{ name: name || 'unnamed', lines: end - at + 1 }]
  })
}

const opening = (lines, at) => lines[at].trimEnd()

const middle = numbers => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
const sum = numbers => numbers.reduce((total, one) => total + one, 0)

/** Counts of the sources: `{files, middleFile, longestFile, longestFunction, lines, testLines, ratio}`. */
export function countHouse() {
  const all = ['src', 'test', 'checks', 'scripts', 'bench'].flatMap(filesIn).map(file => {
    const text = fs.readFileSync(path.join(root, file), 'utf8')
    return { file, text, lines: text.replace(/\n$/, '').split('\n').length }
  })
  const facts = ({ file }) => file.includes('/reference/')
  const code = all.filter(one => !isTest(one.file) && !facts(one) && !one.file.startsWith('checks/'))
  const tests = all.filter(one => isTest(one.file) || one.file.startsWith('checks/'))
  const longest = (list, of) => list.reduce((most, one) => (of(one) > of(most) ? one : most))
  const functions = code
    .filter(({ file }) => !file.endsWith('.sql'))
    .flatMap(({ file, text }) => functionsIn(text).map(one => ({ ...one, file })))
  const [lines, testLines] = [sum(code.map(one => one.lines)), sum(tests.map(one => one.lines))]
  return {
    files: code.length,
    lines,
    middleFile: middle(code.map(one => one.lines)),
    longestFile: longest(code, one => one.lines),
    middleFunction: middle(functions.map(one => one.lines)),
    longestFunction: longest(functions, one => one.lines),
    testLines,
    ratio: testLines / lines,
  }
}

/** The counts as lines to read. */
export function sayHouse(house) {
  const { longestFile, longestFunction } = house
  return [
    `${house.files} files of code with ${house.lines} lines; a file has ${house.middleFile} in the middle,`,
    `  at most ${longestFile.lines} (${longestFile.file}).`,
    `A function has ${house.middleFunction} lines in the middle,`,
    `  at most ${longestFunction.lines} (${longestFunction.name} in ${longestFunction.file}).`,
    `${house.testLines} lines of tests: ${house.ratio.toFixed(2)} for each line of code.`,
  ].join('\n')
}
