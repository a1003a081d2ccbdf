using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.CodeFixes.Naming;

/// <summary>Builds argument lists that are spaced as people write them.</summary>
internal static class Arguments
{
    public static ArgumentSyntax Ref(ExpressionSyntax location, string keyword = "ref") =>
        SyntaxFactory.Argument(
            nameColon: null,
            SyntaxFactory.Token(
                SyntaxFactory.TriviaList(),
                keyword == "in" ? SyntaxKind.InKeyword : SyntaxKind.RefKeyword,
                SyntaxFactory.TriviaList(SyntaxFactory.Space)),
            location);

    public static ArgumentSyntax Value(ExpressionSyntax value) => SyntaxFactory.Argument(value);

    public static SeparatedSyntaxList<ArgumentSyntax> List(IReadOnlyList<ArgumentSyntax> arguments)
    {
        // A value that starts on a line of its own brings its own white space.
        var separators = arguments.Skip(1).Select(argument => SyntaxFactory.Token(
            SyntaxFactory.TriviaList(),
            SyntaxKind.CommaToken,
            argument.GetLeadingTrivia().FullSpan.Length > 0 ? SyntaxFactory.TriviaList() : SyntaxFactory.TriviaList(SyntaxFactory.Space)));
        return SyntaxFactory.SeparatedList(arguments, separators);
    }
}
