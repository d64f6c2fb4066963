import { createArticleRepository } from '../../../adapters/mongo/article-repository.ts';
import { ensureIndexes } from '../../../adapters/mongo/ensure-indexes.ts';
import { articleRepositoryContract } from '../../contracts/article-repository-contract.ts';
import { NOW } from '../../reports/report-builder.ts';
import { openTestDatabase } from '../../support/database.ts';

articleRepositoryContract('MongoDB', async () => {
  const { client, db, close } = await openTestDatabase();
  await ensureIndexes(db);
  return { repository: createArticleRepository(client, db, () => NOW), close };
});
