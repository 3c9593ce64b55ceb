/** Answers `textDocument/signatureHelp`. */
import { MarkupKind, type SignatureHelp } from 'vscode-languageserver/node';
import { signatureHelp } from '../language/features/signature-help.ts';
import type { Snapshot } from '../language/features/snapshot.ts';

function markdown(value: string): { kind: typeof MarkupKind.Markdown; value: string } {
  return { kind: MarkupKind.Markdown, value };
}

export function signatureAt(snapshot: Snapshot, offset: number): SignatureHelp | null {
  const signature = signatureHelp(snapshot, offset);
  if (signature === undefined) {
    return null;
  }
  return {
    signatures: [
      {
        label: signature.label,
        documentation: markdown(signature.documentation),
        parameters: signature.parameters.map(({ label, documentation }) => ({ label, documentation: markdown(documentation) })),
      },
    ],
    activeSignature: 0,
    activeParameter: signature.active,
  };
}
