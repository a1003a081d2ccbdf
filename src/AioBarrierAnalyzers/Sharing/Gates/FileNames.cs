using System;
using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Sharing.Gates;

/// <summary>The names in one file that the member filter goes by. Those that take a look at all its words are found when they are asked for.</summary>
internal sealed class FileNames
{
    private readonly SyntaxTree _tree;
    private readonly DeclaredNames _declared;
    private readonly Lazy<HotNames> _hot;

    public FileNames(SyntaxTree tree, CancellationToken cancellation)
    {
        _tree = tree;
        _declared = new DeclaredNames(tree.GetRoot(cancellation));
        _hot = new Lazy<HotNames>(() => new HotNames(_tree, _declared, CancellationToken.None));
    }

    /// <inheritdoc cref="HotNames.Names"/>
    public HashSet<string> Hot => _hot.Value.Names;

    /// <inheritdoc cref="HotNames.Changed"/>
    public HashSet<string> Changed => _hot.Value.Changed;

    /// <inheritdoc cref="HotNames.StartsThreads"/>
    public bool StartsThreads => _hot.Value.StartsThreads;

    /// <summary>Fields and properties that the file declares.</summary>
    public HashSet<string> Fields => _declared.Fields;

    /// <summary>Fields, properties and methods that the file declares: a helper that uses none of them can touch only what it is given.</summary>
    public HashSet<string> Declared => _declared.All;
}
