using System.Collections.Concurrent;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Sharing.Gates;

/// <summary>The names in the files and methods of one compilation, each read once; safe to use from several threads.</summary>
internal sealed class NamesRead
{
    private readonly ConcurrentDictionary<SyntaxTree, FileNames> _files = new();
    private readonly ConcurrentDictionary<IMethodSymbol, MethodNames> _methods = new(SymbolEqualityComparer.Default);
    private readonly MethodReader _reader = new();

    /// <summary>What one file says.</summary>
    public FileNames In(SyntaxTree tree, CancellationToken cancellation) =>
        _files.TryGetValue(tree, out FileNames? known) ? known : _files.GetOrAdd(tree, new FileNames(tree, cancellation));

    /// <summary>The words of one method.</summary>
    public MethodNames In(IMethodSymbol method, CancellationToken cancellation) =>
        _methods.TryGetValue(method, out MethodNames? known) ? known : _methods.GetOrAdd(method, _reader.Read(method, cancellation));
}
