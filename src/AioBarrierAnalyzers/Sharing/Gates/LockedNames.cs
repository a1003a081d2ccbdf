using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.Sharing.Gates;

/// <summary>
/// The names in one file that are used under a lock, and elsewhere without it, under another lock or in a second critical section of the same member; and
/// the collections that are returned from under it.
/// Found by tokens alone: what is always used under one lock, and in one section at a time, needs no look.
/// </summary>
internal sealed class LockedNames
{
    /// <summary>Calls of helpers are followed this often: a helper of a helper of a helper is still known to run under the lock.</summary>
    private const int Rounds = 3;

    private readonly HashSet<string> _fields = new();
    private readonly HashSet<string> _collections = new();
    private readonly List<(string Name, TypeSyntax Type)> _typed = new();
    private readonly HashSet<string> _structs = new();
    private readonly HashSet<string> _changing = new();
    private readonly Dictionary<string, HashSet<string>> _locksOf = new();
    private readonly HashSet<string> _sharedHelpers = new();
    private readonly HashSet<string> _lockedHelpers = new();
    private readonly List<LockedRegions> _bodies;
    private readonly HashSet<string> _locks = new();

    private LockedNames(SyntaxNode root, CancellationToken cancellation)
    {
        var bodies = new List<MemberDeclarationSyntax>();
        foreach (SyntaxNode node in root.DescendantNodes(n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax))
        {
            cancellation.ThrowIfCancellationRequested();
            switch (node)
            {
                case FieldDeclarationSyntax field when !field.Modifiers.Any(SyntaxKind.ConstKeyword):
                    bool isReadOnly = field.Modifiers.Any(SyntaxKind.ReadOnlyKeyword);
                    bool holdsCollection = MayHoldCollection(field.Declaration.Type);
                    bool isLock = IsLock(field.Declaration.Type);
                    foreach (VariableDeclaratorSyntax variable in field.Declaration.Variables)
                    {
                        Add(variable.Identifier.ValueText, isReadOnly, holdsCollection);
                        if (!isReadOnly)
                            _typed.Add((variable.Identifier.ValueText, field.Declaration.Type));
                        if (isLock)
                            _locks.Add(variable.Identifier.ValueText);
                    }

                    break;
                case PropertyDeclarationSyntax { AccessorList: { } accessors } property
                    when accessors.Accessors.All(a => a.Body is null && a.ExpressionBody is null):
                    Add(property.Identifier.ValueText, !accessors.Accessors.Any(a => a.IsKind(SyntaxKind.SetAccessorDeclaration)),
                        MayHoldCollection(property.Type));
                    _typed.Add((property.Identifier.ValueText, property.Type));
                    break;
                case StructDeclarationSyntax or RecordDeclarationSyntax { ClassOrStructKeyword.RawKind: (int)SyntaxKind.StructKeyword }:
                    _structs.Add(((TypeDeclarationSyntax)node).Identifier.ValueText);
                    break;
                case BaseMethodDeclarationSyntax or PropertyDeclarationSyntax or IndexerDeclarationSyntax or EventDeclarationSyntax:
                    bodies.Add((MemberDeclarationSyntax)node);
                    break;
            }
        }

        _bodies = bodies.ConvertAll(b => new LockedRegions(b, _locks));
    }

    public static IEnumerable<string> Of(SyntaxNode root, CancellationToken cancellation)
    {
        var names = new LockedNames(root, cancellation);
        return names._bodies.Any(b => b.HasLock) ? names.Find() : Array.Empty<string>();
    }

    private void Add(string name, bool isReadOnly, bool holdsCollection)
    {
        if (!isReadOnly || holdsCollection)
            _fields.Add(name);
        if (holdsCollection)
            _collections.Add(name);
    }

    /// <summary>May be wider than a word: then a read without the lock is no hint, for it can see two values at once.</summary>
    private bool MayBeWide(TypeSyntax type) => type switch
    {
        TupleTypeSyntax or PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.DecimalKeyword } => true,
        NullableTypeSyntax nullable => nullable.ElementType is PredefinedTypeSyntax
            { Keyword.RawKind: not ((int)SyntaxKind.StringKeyword or (int)SyntaxKind.ObjectKeyword) } || MayBeWide(nullable.ElementType),
        QualifiedNameSyntax qualified => MayBeWide(qualified.Right),
        SimpleNameSyntax { Identifier.ValueText: var name } =>
            name is "Guid" or "DateTimeOffset" or "Int128" or "UInt128" || _structs.Contains(name),
        _ => false,
    };

    private static bool IsLock(TypeSyntax type) => type switch
    {
        NullableTypeSyntax nullable => IsLock(nullable.ElementType),
        QualifiedNameSyntax qualified => IsLock(qualified.Right),
        IdentifierNameSyntax name => name.Identifier.ValueText is "Lock" or "ReaderWriterLockSlim" or "ReaderWriterLock" or "SemaphoreSlim" or "SpinLock",
        _ => false,
    };

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
        AddPartsOfOthers(helpers);
        var common = new Dictionary<string, HashSet<string>>();
        var locked = new HashSet<string>();
        var telling = new HashSet<string>(_collections.Concat(_typed.Where(t => MayBeWide(t.Type)).Select(static t => t.Name)));
        bool hasFence = _bodies.Any(b => b.Uses.Any(u => u.Name == "MemoryBarrier"));
        foreach (LockedRegions body in _bodies)
        {
            HashSet<string>? inherited = helpers.TryGetValue(body.Name, out HashSet<string>? held) ? held : null;
            foreach (LockedUse use in body.Uses)
            {
                if (!_fields.Contains(use.Name) || (body.IsConstruction && !use.IsLater))
                    continue;
                HashSet<string> locks = LocksAt(use, inherited);
                if (locks.Count > 0 || (_lockedHelpers.Contains(body.Name) && _collections.Contains(use.Name)))
                    locked.Add(use.Name);
                if (common.TryGetValue(use.Name, out HashSet<string>? known))
                    known.IntersectWith(locks);
                else
                    common.Add(use.Name, locks);

                // A single word that is only read without the lock may be a hint, unless something is done under the lock on its account, or a fence may be
                // there for it.
                if (locks.Count == 0 && (use.IsChange || body.HasLock || hasFence))
                    telling.Add(use.Name);
                else if (use.IsChange)
                    NoteLock(use.Name, locks, telling);
            }

            _changing.UnionWith(body.ChangedInSeveralSections.Where(_fields.Contains));
            _changing.UnionWith(body.HandedOut.Where(_collections.Contains));
            if (body.HasSharedLock || _sharedHelpers.Contains(body.Name))
                _changing.UnionWith(body.Changed.Where(_fields.Contains));
        }

        AddChangesOfHelpers();
        return locked.Where(n => (common[n].Count == 0 && telling.Contains(n)) || _changing.Contains(n));
    }

    /// <summary>What several members change under a lock through a variable: the state of objects that another file declares.</summary>
    private void AddPartsOfOthers(Dictionary<string, HashSet<string>> helpers)
    {
        var changed = new HashSet<string>();
        foreach (LockedRegions body in _bodies)
        {
            bool isInherited = helpers.TryGetValue(body.Name, out HashSet<string>? held) && held.Count > 0;
            foreach (string name in body.Uses.Where(u => u.IsOfAnother && u.IsChange && (isInherited || u.Region is not null)).Select(u => u.Name).Distinct())
            {
                if (!changed.Add(name))
                    _fields.Add(name);
            }
        }
    }

    /// <summary>
    /// Names changed in critical sections of members of which another member calls several, some of them private: one after the other, these are several
    /// sections too. So are a section of a member and one of its caller.
    /// </summary>
    private void AddChangesOfHelpers()
    {
        ILookup<string, LockedRegions> sections = _bodies.Where(b => b.HasLock && b.Name.Length > 0).ToLookup(b => b.Name);
        if (sections.Count < 2)
            return;
        foreach (LockedRegions body in _bodies)
        {
            List<string> called = body.Uses
                .Where(u => u.Name != body.Name && sections.Contains(u.Name) && (!u.IsOfAnother || sections[u.Name].Any(b => b.IsPrivate)))
                .Select(u => u.Name).Distinct().ToList();
            if (called.Count > 1 && called.Exists(n => sections[n].Any(b => b.IsPrivate)))
                _changing.UnionWith(called.SelectMany(n => sections[n]).SelectMany(b => b.Changed).Where(_fields.Contains));
            else if (body.HasLock)
                AddUsedBeside(body, sections);
        }
    }

    /// <summary>What a member uses in a section of its own and in one of a member that it calls outside of its own; and one of the two changes it.</summary>
    private void AddUsedBeside(LockedRegions body, ILookup<string, LockedRegions> sections)
    {
        IEnumerable<LockedRegions> called = body.Uses.Where(u => u.Region is null && u.Name != body.Name)
            .SelectMany(u => sections[u.Name].Where(b => b.IsPrivate || !u.IsOfAnother));
        foreach (LockedRegions helper in called.Distinct())
        {
            var used = new HashSet<string>(helper.Uses.Select(u => u.Name).Where(_fields.Contains));
            used.IntersectWith(body.Uses.Where(u => u.Region is not null).Select(u => u.Name));
            _changing.UnionWith(used.Where(n => body.Changed.Contains(n) || helper.Changed.Contains(n)));
        }
    }

    /// <summary>Changes under two different locks tell as much as one under none.</summary>
    private void NoteLock(string name, HashSet<string> locks, HashSet<string> telling)
    {
        if (!_locksOf.TryGetValue(name, out HashSet<string>? known))
            _locksOf.Add(name, locks);
        else if (!known.Overlaps(locks))
            telling.Add(name);
    }

    private static HashSet<string> LocksAt(LockedUse use, HashSet<string>? inherited)
    {
        var locks = new HashSet<string>(inherited ?? Enumerable.Empty<string>());
        for (LockedRegions.Region? at = use.Region; at is not null; at = at.Outer)
            locks.Add(at.Lock);
        return locks;
    }

    /// <summary>The locks under which each private member without a lock of its own is always called; notes those that are called under one at all.</summary>
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
                foreach (LockedUse use in body.Uses)
                {
                    if (!names.Contains(use.Name) || use.Name == body.Name)
                        continue;
                    HashSet<string> locks = LocksAt(use, inherited);
                    if (locks.Count > 0)
                        _lockedHelpers.Add(use.Name);
                    if (use.Region?.IsShared == true || _sharedHelpers.Contains(body.Name))
                        _sharedHelpers.Add(use.Name);
                    if (next.TryGetValue(use.Name, out HashSet<string>? known))
                        known.IntersectWith(locks);
                    else
                        next.Add(use.Name, locks);
                }
            }

            helpers = next;
        }

        return helpers;
    }
}
