/** Whether a path, by its name, is a test, what supports one, or data for one. None of it is published. */
export const isTestSupport = (path) =>
  /(^|[/\\])(tests?|testing|test-data|mocks?|fixtures?|__(fixtures|mocks|snapshots|tests)__)[/\\]/.test(path) ||
  /\.(test|spec|browser|test-data|fixture|snap)(\.|$)/.test(path);
