// An averaged structured perceptron over runs of tokens: each example is a text's features and the run that is its topic. Always the same for the same examples.
const mixed = (seed) => {
  let state = seed;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    return (state >>> 0) / 2 ** 32;
  };
};
const shuffle = (list, random) => {
  for (let at = list.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [list[at], list[other]] = [list[other], list[at]];
  }
};

/** The weights, one for each number of a feature. */
export const trainSpans = (examples, { size, findBest, scoresOf, epochs }) => {
  const [now, sums] = [new Float64Array(size), new Float64Array(size)];
  const random = mixed(1);
  const order = [...examples];
  let step = 1;
  const move = ({ inside, first, last }, span, by) => {
    const runs = [first[span.first], last[span.last], ...inside.slice(span.first, span.last + 1)];
    for (const run of runs)
      for (const number of run) {
        now[number] += by;
        sums[number] += by * step;
      }
  };
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, random);
    for (const { features, span } of order) {
      const found = findBest(scoresOf(now, features));
      if (found !== null && (found.first !== span.first || found.last !== span.last)) {
        move(features, span, 1);
        move(features, found, -1);
      }
      step += 1;
    }
  }
  return now.map((weight, number) => weight - sums[number] / step);
};
