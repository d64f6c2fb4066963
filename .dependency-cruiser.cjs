/** Who may import whom: the rooms of the house (docs/decisions/001-rooms.md). */
const ours = '^(bot|dialogs|knowledge|reports|adapters|console|sandbox|test)/';
const framework = 'node_modules/(botbuilder|botbuilder-.*|botframework-.*)/';
const web = 'node_modules/(express|express-.*|helmet|connect-mongo)/';

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'Two files that need each other are one file, or need a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'domain-stands-alone',
      comment: 'reports and knowledge import nothing else of ours.',
      severity: 'error',
      from: { path: '^(reports|knowledge)/' },
      to: { path: ours, pathNot: '^$1/' },
    },
    {
      name: 'domain-without-infrastructure',
      comment: 'reports and knowledge know no bot framework, database or web framework.',
      severity: 'error',
      from: { path: '^(reports|knowledge)/' },
      to: { path: [framework, web, 'node_modules/mongodb/'] },
    },
    {
      name: 'dialogs-know-the-domain',
      comment: 'Dialogs import reports and knowledge only, and never a channel, the database or the web.',
      severity: 'error',
      from: { path: '^dialogs/' },
      to: { path: ours, pathNot: '^(dialogs|reports|knowledge)/' },
    },
    {
      name: 'dialogs-without-infrastructure',
      severity: 'error',
      comment: 'A dialog never touches the network or the database.',
      from: { path: '^dialogs/' },
      to: { path: [web, 'node_modules/mongodb/'] },
    },
    {
      name: 'console-knows-the-domain',
      comment: 'The console imports reports and knowledge only: it never sees a channel or the database.',
      severity: 'error',
      from: { path: '^console/' },
      to: { path: ours, pathNot: '^(console|reports|knowledge)/' },
    },
    {
      name: 'console-without-bot-framework',
      severity: 'error',
      comment: 'Only bot, dialogs and adapters import the archived Bot Framework.',
      from: { path: '^(console|sandbox)/' },
      to: { path: framework },
    },
    {
      name: 'adapters-are-siblings',
      comment:
        'An adapter imports the ports of reports and knowledge, never dialogs, console, bot or a sibling.',
      severity: 'error',
      from: { path: '^adapters/([^/]+)/' },
      to: { path: ours, pathNot: ['^adapters/$1/', '^adapters/[^/]+\\.ts$', '^(reports|knowledge)/'] },
    },
    {
      name: 'sandbox-imitates-the-outside',
      comment: 'The sandbox imports nothing of ours but the wire types it imitates.',
      severity: 'error',
      from: { path: '^sandbox/' },
      to: { path: ours, pathNot: ['^sandbox/', '^adapters/[^/]+/wire\\.ts$'] },
    },
    {
      name: 'nobody-imports-bot',
      comment: 'bot joins the parts; only tests look into it.',
      severity: 'error',
      from: { pathNot: '^(bot|test)/' },
      to: { path: '^bot/' },
    },
    {
      name: 'nobody-imports-tests',
      severity: 'error',
      comment: 'Product code never depends on tests.',
      from: { pathNot: '^test/' },
      to: { path: '^test/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
