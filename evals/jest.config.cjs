// Evals are no package, which is what backstage-cli runs tests of.
module.exports = {
  ...require('../package.json').jest,
  rootDir: __dirname,
  testEnvironment: 'node',
  transform: {
    '\\.ts$': [
      require.resolve('@backstage/cli/config/jestSwcTransform'),
      {
        module: { ignoreDynamic: true, exportInteropAnnotation: true },
        jsc: { parser: { syntax: 'typescript' } },
      },
    ],
  },
};
