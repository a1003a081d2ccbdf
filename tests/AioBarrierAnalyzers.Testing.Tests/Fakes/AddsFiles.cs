using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace AioBarrierAnalyzers.Testing.Tests.Fakes;

/// <summary>Adds a source in a folder, an additional file and a config file.</summary>
public sealed class AddsFiles : FieldFixer
{
    public override FixAllProvider? GetFixAllProvider() => null;

    protected override async Task<Solution> FixAsync(Document document, int position, Func<SyntaxToken, SyntaxToken> rename, CancellationToken token)
    {
        var solution = await base.FixAsync(document, position, rename, token);
        var project = document.Project.Id;
        return solution
            .AddDocument(DocumentId.CreateNewId(project), "New.cs", SourceText.From("class New { }"), ["Sub"], "/0/Sub/New.cs")
            .AddAnalyzerConfigDocument(DocumentId.CreateNewId(project), ".editorconfig", SourceText.From("root = true"), filePath: "/0/.editorconfig")
            .AddAdditionalDocument(DocumentId.CreateNewId(project), "list.txt", SourceText.From("good"), filePath: "/0/list.txt");
    }
}
