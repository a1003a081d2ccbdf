using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.Explorer.Rewriting;

/// <summary>
/// Rewrites one file so that whatever another thread could see goes through the simulated memory. It asks the original tree what things mean, and refuses what
/// it does not know.
/// </summary>
/// <remarks>In parts: what is a shared place, expressions, calls, statements, declarations.</remarks>
internal sealed partial class ProgramRewriter : CSharpSyntaxRewriter
{
    private static readonly SymbolDisplayFormat s_typeFormat = SymbolDisplayFormat.FullyQualifiedFormat;

    private readonly SemanticModel _model;
    private readonly SiteTable _sites;
    private readonly CSharpParseOptions _parseOptions;
    private readonly HashSet<ISymbol> _delayed = new(SymbolEqualityComparer.Default);
    private readonly Stack<string> _conditionalReceivers = new();
    private readonly List<UnsupportedConstructException> _refusals = [];
    private int _nextVariable;

    public ProgramRewriter(SemanticModel model, SiteTable sites)
    {
        _model = model;
        _sites = sites;
        _parseOptions = (CSharpParseOptions)model.SyntaxTree.Options;
    }

    /// <summary>What the file has that is not modelled. Coming to it ends an exploration.</summary>
    public IReadOnlyList<UnsupportedConstructException> Refusals => _refusals;

    public override SyntaxNode? VisitCompilationUnit(CompilationUnitSyntax node)
    {
        var visited = (CompilationUnitSyntax)base.VisitCompilationUnit(node)!;
        var aliases = SyntaxFactory.ParseCompilationUnit(string.Concat(Names.Aliases), options: _parseOptions).Usings;
        return visited.AddUsings([.. aliases]);
    }

    // What they say is not executed.
    public override SyntaxNode? VisitAttributeList(AttributeListSyntax node) => node;

    private static bool IsInSource(ISymbol symbol) => symbol.OriginalDefinition.DeclaringSyntaxReferences.Length != 0;

    /// <summary>The fields of a scenario are the observer's notes.</summary>
    private static bool IsScenario(INamedTypeSymbol? type) =>
        type is not null && type.GetAttributes().Any(a => a.AttributeClass?.Name == nameof(ScenarioAttribute));

    private static string TypeText(ITypeSymbol type) => type.ToDisplayString(s_typeFormat);

    private string Variable(string name) => $"__{name}{_nextVariable++}";

    private ExpressionSyntax Expression(string text, SyntaxNode original) =>
        SyntaxFactory.ParseExpression(text, options: _parseOptions).WithLeadingTrivia(original.GetLeadingTrivia()).WithTrailingTrivia(original.GetTrailingTrivia());

    private StatementSyntax Statement(string text, SyntaxNode original) =>
        SyntaxFactory.ParseStatement(text, options: _parseOptions).WithLeadingTrivia(original.GetLeadingTrivia()).WithTrailingTrivia(original.GetTrailingTrivia());

    private MemberDeclarationSyntax Member(string text) =>
        SyntaxFactory.ParseMemberDeclaration(text, options: _parseOptions) ?? throw new InvalidOperationException("No member: " + text);

    /// <summary>The rewritten expression, as text without surrounding blanks.</summary>
    private string Text(ExpressionSyntax node) => Visit(node)!.WithoutTrivia().ToFullString();

    private string Operand(ExpressionSyntax node)
    {
        var text = Text(node);
        return node is IdentifierNameSyntax or ThisExpressionSyntax or LiteralExpressionSyntax or InvocationExpressionSyntax ? text : $"({text})";
    }

    private ISymbol? SymbolOf(SyntaxNode node) => _model.GetSymbolInfo(node).Symbol;

    private ITypeSymbol? TypeOf(ExpressionSyntax node) => _model.GetTypeInfo(node).Type;
}
