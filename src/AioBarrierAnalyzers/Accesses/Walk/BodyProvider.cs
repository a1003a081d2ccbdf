using System.Collections.Concurrent;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace AioBarrierAnalyzers.Accesses.Walk;

/// <summary>Control-flow graphs of the methods of one compilation, made on demand and kept.</summary>
internal sealed class BodyProvider
{
    private readonly Compilation _compilation;
    private readonly ConcurrentDictionary<IMethodSymbol, GraphFacts?> _graphs = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ControlFlowGraph, GraphFacts> _facts = new();

    public BodyProvider(Compilation compilation) => _compilation = compilation;

    /// <summary>The graph of a method, accessor or constructor in the source; null where it has no body or does not bind.</summary>
    public GraphFacts? Get(IMethodSymbol method, CancellationToken cancellation)
    {
        method = method.OriginalDefinition;
        method = method.PartialImplementationPart ?? method;
        if (_graphs.TryGetValue(method, out GraphFacts? known))
            return known;
        GraphFacts? made = Create(method, cancellation);
        return _graphs.GetOrAdd(method, made);
    }

    /// <summary>What the walk needs to know of the graph of a lambda or local function.</summary>
    public GraphFacts FactsOf(ControlFlowGraph graph) => _facts.GetOrAdd(graph, static g => new GraphFacts(g));

    private GraphFacts? Create(IMethodSymbol method, CancellationToken cancellation)
    {
        if (method.IsAbstract || method.IsExtern || method.DeclaringSyntaxReferences.Length != 1)
            return null;
        SyntaxNode syntax = method.DeclaringSyntaxReferences[0].GetSyntax(cancellation);
        if (!HasBody(syntax) || !_compilation.ContainsSyntaxTree(syntax.SyntaxTree))
            return null;

        // The driver hands the compilation a provider that shares one semantic model for each tree among all analyzers,
        // so this neither binds a tree twice nor keeps a model alive for long.
#pragma warning disable RS1030
        SemanticModel model = _compilation.GetSemanticModel(syntax.SyntaxTree);
#pragma warning restore RS1030
        ControlFlowGraph? graph = ControlFlowGraph.Create(syntax, model, cancellation);
        return graph is null ? null : FactsOf(graph);
    }

    private static bool HasBody(SyntaxNode syntax) => syntax switch
    {
        BaseMethodDeclarationSyntax method => method.Body is not null || method.ExpressionBody is not null,
        AccessorDeclarationSyntax accessor => accessor.Body is not null || accessor.ExpressionBody is not null,
        ArrowExpressionClauseSyntax => true,
        _ => false,
    };
}
