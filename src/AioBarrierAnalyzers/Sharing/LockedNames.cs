using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.Sharing;

/// <summary>
/// The names in one file that are used under a lock, and elsewhere without it, under another lock or in a second critical section of the same member.
/// Found by tokens alone: what is always used under one lock, and in one section at a time, needs no look.
/// </summary>
internal sealed class LockedNames
{
    /// <summary>Calls of helpers are followed this often: a helper of a helper of a helper is still known to run under the lock.</summary>
    private const int Rounds = 3;

    private readonly HashSet<string> _fields = new();
    private readonly HashSet<string> _changing = new();
    private readonly HashSet<string> _sharedHelpers = new();
    private readonly List<LockedRegions> _bodies = new();

    private LockedNames(SyntaxNode root, CancellationToken cancellation)
    {
        foreach (SyntaxNode node in root.DescendantNodes(n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax))
        {
            cancellation.ThrowIfCancellationRequested();
            switch (node)
            {
                case FieldDeclarationSyntax field when !field.Modifiers.Any(SyntaxKind.ConstKeyword):
                    bool isReadOnly = field.Modifiers.Any(SyntaxKind.ReadOnlyKeyword);
                    if (!isReadOnly || MayHoldCollection(field.Declaration.Type))
                        _fields.UnionWith(field.Declaration.Variables.Select(v => v.Identifier.ValueText));
                    break;
                case PropertyDeclarationSyntax { AccessorList: { } accessors } property when accessors.Accessors.All(a => a.Body is null && a.ExpressionBody is null):
                    if (MayHoldCollection(property.Type) || accessors.Accessors.Any(a => a.IsKind(SyntaxKind.SetAccessorDeclaration)))
                        _fields.Add(property.Identifier.ValueText);
                    break;
                case BaseMethodDeclarationSyntax or PropertyDeclarationSyntax or IndexerDeclarationSyntax or EventDeclarationSyntax:
                    _bodies.Add(new LockedRegions((MemberDeclarationSyntax)node));
                    break;
            }
        }
    }

    public static IEnumerable<string> Of(SyntaxNode root, CancellationToken cancellation)
    {
        var names = new LockedNames(root, cancellation);
        return names._bodies.Any(b => b.HasLock) ? names.Find() : Array.Empty<string>();
    }

    private static bool MayHoldCollection(TypeSyntax type) => type switch
    {
        GenericNameSyntax generic => IsCollection(generic.Identifier.ValueText),
        NullableTypeSyntax nullable => MayHoldCollection(nullable.ElementType),
        QualifiedNameSyntax qualified => MayHoldCollection(qualified.Right),
        ArrayTypeSyntax => true,
        IdentifierNameSyntax name => name.Identifier.ValueText is "ArrayList" or "Hashtable" or "Queue" or "Stack" or "SortedList" or "BitArray",
        _ => false,
    };

    private static bool IsCollection(string name) => name is "List" or "Dictionary" or "HashSet" or "Queue" or "Stack" or "LinkedList" or "SortedDictionary" or
        "SortedList" or "SortedSet" or "PriorityQueue" or "OrderedDictionary" || name.StartsWith("Concurrent", StringComparison.Ordinal);

    private IEnumerable<string> Find()
    {
        Dictionary<string, HashSet<string>> helpers = HelperLocks();
        var common = new Dictionary<string, HashSet<string>>();
        var locked = new HashSet<string>();
        foreach (LockedRegions body in _bodies)
        {
            if (body.IsConstruction)
                continue;
            HashSet<string>? inherited = helpers.TryGetValue(body.Name, out HashSet<string>? held) ? held : null;
            foreach ((string name, LockedRegions.Region? region) in body.Uses)
            {
                if (!_fields.Contains(name))
                    continue;
                var locks = new HashSet<string>(inherited ?? Enumerable.Empty<string>());
                for (LockedRegions.Region? at = region; at is not null; at = at.Outer)
                    locks.Add(at.Lock);
                if (locks.Count > 0)
                    locked.Add(name);
                if (common.TryGetValue(name, out HashSet<string>? known))
                    known.IntersectWith(locks);
                else
                    common.Add(name, locks);
            }

            _changing.UnionWith(body.InSeveralSections.Where(_fields.Contains));
            if (body.HasSharedLock || _sharedHelpers.Contains(body.Name))
                _changing.UnionWith(body.Changed.Where(_fields.Contains));
        }

        return locked.Where(n => common[n].Count == 0 || _changing.Contains(n));
    }

    /// <summary>The locks under which each private member without a lock of its own is always called.</summary>
    private Dictionary<string, HashSet<string>> HelperLocks()
    {
        var helpers = new Dictionary<string, HashSet<string>>();
        var names = new HashSet<string>(_bodies.Where(b => b.IsPrivate && !b.HasLock).Select(b => b.Name));
        for (int round = 0; round < Rounds; round++)
        {
            var next = new Dictionary<string, HashSet<string>>();
            foreach (LockedRegions body in _bodies)
            {
                HashSet<string>? inherited = helpers.TryGetValue(body.Name, out HashSet<string>? held) ? held : null;
                foreach ((string name, LockedRegions.Region? region) in body.Uses)
                {
                    if (!names.Contains(name) || name == body.Name)
                        continue;
                    var locks = new HashSet<string>(inherited ?? Enumerable.Empty<string>());
                    for (LockedRegions.Region? at = region; at is not null; at = at.Outer)
                        locks.Add(at.Lock);
                    if (region?.IsShared == true || _sharedHelpers.Contains(body.Name))
                        _sharedHelpers.Add(name);
                    if (next.TryGetValue(name, out HashSet<string>? known))
                        known.IntersectWith(locks);
                    else
                        next.Add(name, locks);
                }
            }

            helpers = next;
        }

        return helpers;
    }
}
