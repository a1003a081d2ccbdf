using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using AioBarrierAnalyzers.CodeFixes;
using AioBarrierAnalyzers.Tests.Meta;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Xunit;

namespace AioBarrierAnalyzers.Tests.Fixes;

/// <summary>
/// <c>dotnet format</c> fixes one rule at a time in the whole solution, and takes the equivalence key from the first finding that it happens to meet, of whatever rule and
/// edit; so Fix All has to do with any key of ours.
/// </summary>
public sealed class FixAllKeyTests
{
    private const string SequenceLock = """
        using System.Threading;

        public sealed class Pose
        {
            private int _version;
            private long _x;

            public void Set(long x)
            {
                Volatile.Write(ref _version, _version + 1);
                _x = x;
                Volatile.Write(ref _version, _version + 1);
            }

            public bool TryGet(out long x)
            {
                int before = Volatile.Read(ref _version);
                x = _x;
                if (Volatile.Read(ref _version) != before) return false;
                return (before & 1) == 0;
            }
        }
        """;

    [Theory]
    [InlineData("InsertReadBarrier")]
    [InlineData("InsertWriteBarrier")]
    [InlineData("UseVolatileWrite")]
    [InlineData("InsertFullFence")]
    public async Task Every_finding_of_the_rule_is_fixed_whatever_the_key(string key)
    {
        using var example = new ExampleCode(SequenceLock);
        var findings = await example.FindAsync();
        Assert.Equal(["AIO1008", "AIO1008"], findings.Select(static finding => finding.Id));

        var provider = new BarrierCodeFixProvider();
        var context = new FixAllContext(example.Document, provider, FixAllScope.Solution, key, ["AIO1008"], new Found(findings), CancellationToken.None);
        var action = await provider.GetFixAllProvider().GetFixAsync(context);

        Assert.NotNull(action);
        var change = (await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single();
        using var changed = new ExampleCode((await change.ChangedSolution.GetDocument(example.Document.Id)!.GetTextAsync()).ToString());
        Assert.Empty(await changed.FindAsync());
    }

    private sealed class Found(IReadOnlyList<Diagnostic> findings) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(findings);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(findings);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult(Enumerable.Empty<Diagnostic>());
    }
}
