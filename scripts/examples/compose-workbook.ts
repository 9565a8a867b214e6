import writeExcelFile from 'write-excel-file/node'
import { repackZip } from './repack-zip.ts'

export interface WorkbookSource {
  sheets: { name: string; rows: string[][] }[]
}

/** Composes an example as an Excel workbook; the first row of each sheet holds the headers. */
export async function composeWorkbook(source: WorkbookSource): Promise<Uint8Array> {
  const sheets = source.sheets.map(({ name, rows }) => ({
    sheet: name,
    data: rows.map((cells, index) =>
      cells.map((value) => (index === 0 ? { value, fontWeight: 'bold' as const } : value || null)),
    ),
    columns: (rows[0] ?? []).map(() => ({ width: 28 })),
  }))
  return repackZip(await writeExcelFile(sheets).toBuffer())
}
