import type { Migration } from '../migration.ts'

/**
 * Names lead to the forms of clusters and no longer to entities: a body that ten thousand documents name is one row a name
 * and not ten thousand. Clusters of one keep their form too.
 */
export const indexNamesByForm: Migration = {
  name: '0002-index-names-by-form',
  sql: `
    -- left behind by clusters that were larger once
    DELETE FROM cluster_form WHERE cluster IN (SELECT key FROM cluster WHERE members = 1);
    INSERT INTO cluster_form (cluster, form, members)
      SELECT e.cluster, e.record, 1 FROM entity e JOIN cluster c ON c.key = e.cluster WHERE c.members = 1;

    CREATE TABLE form_name (
      folded TEXT NOT NULL,
      form INTEGER NOT NULL REFERENCES cluster_form ON DELETE CASCADE,
      PRIMARY KEY (folded, form)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX form_name_form ON form_name (form);

    INSERT INTO form_name (folded, form)
      SELECT DISTINCT n.folded, f.key FROM entity_name n JOIN entity e ON e.key = n.entity
        JOIN cluster_form f ON f.cluster = e.cluster AND f.form = e.record;
    DROP TABLE entity_name;
  `,
}
