import type { Migration } from '../migration.ts'

/**
 * The tables of the graph. Columns hold what is compared, sorted or joined; the rest of a record is one JSON value, which
 * keeps any JavaScript string whole (SQLite's own text ends at U+0000 and knows no lone surrogates).
 *
 * Record:  document ─ version          entity ─ mention ─ document       statement ─ support (per document) ─ evidence
 *          decision (by statement id)  judgement (by pair and author)    outbox
 * Derived: cluster (canonical entities), the `record` of an entity from the forms its documents use, status and confidence
 *          of a statement from its supports and decision, `incidence` (each statement at each of its canonical ends).
 */
export const createGraph: Migration = {
  name: '0001-create-graph',
  sql: `
    CREATE TABLE document (
      key INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      source TEXT NOT NULL,
      version TEXT NOT NULL,
      fingerprint TEXT NOT NULL,
      record TEXT NOT NULL
    ) STRICT;
    CREATE INDEX document_source ON document (source, id);

    -- text is TEXT, or UTF-16LE bytes where UTF-8 cannot hold it; last, because it is long
    CREATE TABLE version (
      key INTEGER PRIMARY KEY,
      document INTEGER NOT NULL REFERENCES document,
      hash TEXT NOT NULL,
      detail TEXT NOT NULL,
      text ANY NOT NULL,
      UNIQUE (document, hash)
    ) STRICT;

    CREATE TABLE cluster (
      key INTEGER PRIMARY KEY,
      canonical TEXT NOT NULL,
      type TEXT NOT NULL,
      members INTEGER NOT NULL,
      contested INTEGER NOT NULL,
      view TEXT NOT NULL
    ) STRICT;
    CREATE INDEX cluster_canonical ON cluster (canonical);
    CREATE INDEX cluster_type ON cluster (type, canonical);

    CREATE TABLE entity (
      key INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      type TEXT NOT NULL,
      world INTEGER NOT NULL,
      cluster INTEGER NOT NULL REFERENCES cluster,
      record TEXT NOT NULL
    ) STRICT;
    -- the first row of a cluster is its canonical member
    CREATE INDEX entity_cluster ON entity (cluster, world DESC, id);

    CREATE TABLE entity_name (
      folded TEXT NOT NULL,
      entity INTEGER NOT NULL,
      PRIMARY KEY (folded, entity)
    ) STRICT, WITHOUT ROWID;

    -- a way of naming an entity, with the number of documents that use it now, and of those that did and are still quoted
    CREATE TABLE entity_form (
      key INTEGER PRIMARY KEY,
      entity INTEGER NOT NULL REFERENCES entity,
      form TEXT NOT NULL,
      current INTEGER NOT NULL,
      kept INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX entity_form_entity ON entity_form (entity);

    -- the forms of the members of a cluster of two or more, with the number of members
    CREATE TABLE cluster_form (
      key INTEGER PRIMARY KEY,
      cluster INTEGER NOT NULL REFERENCES cluster,
      form TEXT NOT NULL,
      members INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX cluster_form_cluster ON cluster_form (cluster);

    -- current = 0: the document no longer mentions it, but a statement it is still quoted for does
    CREATE TABLE mention (
      entity INTEGER NOT NULL REFERENCES entity,
      document INTEGER NOT NULL REFERENCES document,
      form INTEGER NOT NULL REFERENCES entity_form,
      current INTEGER NOT NULL,
      PRIMARY KEY (entity, document)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX mention_document ON mention (document, current);
    CREATE INDEX mention_form ON mention (form);

    CREATE TABLE statement (
      key INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      subject INTEGER NOT NULL REFERENCES entity,
      predicate TEXT NOT NULL,
      object INTEGER REFERENCES entity,
      modality TEXT NOT NULL,
      status TEXT NOT NULL,
      living INTEGER NOT NULL,
      supported INTEGER NOT NULL,
      confidence REAL NOT NULL,
      claim TEXT NOT NULL,
      detail TEXT NOT NULL
    ) STRICT;
    CREATE INDEX statement_subject ON statement (subject);
    CREATE INDEX statement_object ON statement (object) WHERE object IS NOT NULL;
    CREATE INDEX statement_claim ON statement (claim) WHERE living = 1;

    -- what one document says of a statement; current = 0: its present version no longer does. start orders a document's statements
    CREATE TABLE support (
      statement INTEGER NOT NULL REFERENCES statement ON DELETE CASCADE,
      document INTEGER NOT NULL REFERENCES document,
      current INTEGER NOT NULL,
      confidence REAL NOT NULL,
      start INTEGER NOT NULL,
      detail TEXT NOT NULL,
      PRIMARY KEY (statement, document)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX support_document ON support (document, current, start);

    CREATE TABLE evidence (
      statement INTEGER NOT NULL,
      document INTEGER NOT NULL,
      ordinal INTEGER NOT NULL,
      version INTEGER NOT NULL REFERENCES version,
      start INTEGER NOT NULL,
      "end" INTEGER NOT NULL,
      detail TEXT NOT NULL,
      PRIMARY KEY (statement, document, ordinal),
      FOREIGN KEY (statement, document) REFERENCES support ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX evidence_version ON evidence (version);

    CREATE TABLE decision (
      statement TEXT PRIMARY KEY,
      status TEXT NOT NULL,
      detail TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE judgement (
      "left" TEXT NOT NULL,
      "right" TEXT NOT NULL,
      author TEXT NOT NULL,
      verdict TEXT NOT NULL,
      score REAL NOT NULL,
      at TEXT NOT NULL,
      reasons TEXT NOT NULL,
      PRIMARY KEY ("left", "right", author)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX judgement_right ON judgement ("right");

    -- entity and other are clusters; direction 0: entity is subject, 1: object, 2: both; edge = 1: a living, asserted relation
    -- to another entity. The key is the order of reading: strongest first
    CREATE TABLE incidence (
      entity INTEGER NOT NULL,
      living INTEGER NOT NULL,
      strength REAL NOT NULL,
      statement TEXT NOT NULL,
      direction INTEGER NOT NULL,
      key INTEGER NOT NULL,
      predicate TEXT NOT NULL,
      other INTEGER,
      edge INTEGER NOT NULL,
      PRIMARY KEY (entity, living DESC, strength DESC, statement, direction)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX incidence_predicate ON incidence (entity, predicate, living DESC, strength DESC, statement, direction);
    CREATE INDEX incidence_pair ON incidence (entity, other, strength DESC, statement, key) WHERE edge = 1;

    CREATE TABLE outbox (
      sequence INTEGER PRIMARY KEY AUTOINCREMENT,
      kind TEXT NOT NULL,
      id TEXT NOT NULL,
      worker TEXT,
      lease_until INTEGER
    ) STRICT;
    CREATE UNIQUE INDEX outbox_waiting ON outbox (kind, id) WHERE worker IS NULL;
    CREATE INDEX outbox_leased ON outbox (kind, id) WHERE worker IS NOT NULL;
  `,
}
