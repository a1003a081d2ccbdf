using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AioBarrierAnalyzers.Tests.Fixes;

/// <summary>Gives Fix All the findings that a test's source marks, the last ones first: their order must not matter.</summary>
internal sealed class MarkedDiagnostics(IReadOnlyList<MarkedFinding> findings) : FixAllContext.DiagnosticProvider
{
    public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
        Task.FromResult(findings.Where(finding => finding.Document.Project.Id == project.Id).Select(finding => finding.Diagnostic).Reverse());

    public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
        Task.FromResult(findings.Where(finding => finding.Document.Id == document.Id).Select(finding => finding.Diagnostic).Reverse());

    public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
        Task.FromResult(Enumerable.Empty<Diagnostic>());
}
