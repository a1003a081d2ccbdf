using System.Collections.Concurrent;
using System.Linq;
using System.Threading;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace AioBarrierAnalyzers.Accesses.Walk;

/// <summary>What the bodies of one compilation are: the control-flow graphs of its methods, made on demand and kept.</summary>
internal sealed class BodyProvider
{
    private readonly Compilation _compilation;
    private readonly ConcurrentDictionary<IMethodSymbol, GraphFacts?> _graphs = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ControlFlowGraph, GraphFacts> _facts = new();
    private readonly ConcurrentDictionary<IMethodSymbol, bool> _neverReturning = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> _models = new();

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

    /// <summary>
    /// The driver's own model of a tree, in which the compiler leaves the bodies that it has bound. The driver forgets it as soon as all analyzers have
    /// seen the tree; here it is kept for the types whose files come later (the graphs would keep it alive in any case).
    /// </summary>
    public SemanticModel ModelOf(SyntaxTree tree) =>
#pragma warning disable RS1030 // One model for each tree is shared among all analyzers: nothing is bound for this alone.
        _models.TryGetValue(tree, out SemanticModel? known) ? known : _models.GetOrAdd(tree, _compilation.GetSemanticModel(tree));
#pragma warning restore RS1030

    /// <summary>A helper in the source that throws on every path, or says so by an attribute: no path leads on from its call.</summary>
    public bool NeverReturns(IMethodSymbol method, CancellationToken cancellation)
    {
        method = method.OriginalDefinition;
        return _neverReturning.TryGetValue(method, out bool known) ? known : _neverReturning.GetOrAdd(method, Judge(method, cancellation));
    }

    private bool Judge(IMethodSymbol method, CancellationToken cancellation) => !method.DeclaringSyntaxReferences.IsEmpty &&
        (LibraryTypes.DoesNotReturnAttribute.Marks(method) ||
            (!method.IsAbstract && !method.IsVirtual && !method.IsOverride && EndsInThrow(method, cancellation) &&
                Get(method, cancellation) is { } facts && !facts.Graph.Blocks[facts.Graph.Blocks.Length - 1].IsReachable));

    /// <summary>Asked before the body is bound: most helpers end otherwise.</summary>
    private static bool EndsInThrow(IMethodSymbol method, CancellationToken cancellation) =>
        method.DeclaringSyntaxReferences.Length == 1 && method.DeclaringSyntaxReferences[0].GetSyntax(cancellation) is BaseMethodDeclarationSyntax code &&
        (code.ExpressionBody?.Expression is ThrowExpressionSyntax || code.Body?.Statements.LastOrDefault() is ThrowStatementSyntax);

    private GraphFacts? Create(IMethodSymbol method, CancellationToken cancellation)
    {
        if (method.IsAbstract || method.IsExtern || method.DeclaringSyntaxReferences.Length != 1)
            return null;
        SyntaxNode syntax = method.DeclaringSyntaxReferences[0].GetSyntax(cancellation);
        if (!HasBody(syntax) || !_compilation.ContainsSyntaxTree(syntax.SyntaxTree))
            return null;

        ControlFlowGraph? graph = ControlFlowGraph.Create(syntax, ModelOf(syntax.SyntaxTree), cancellation);
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
