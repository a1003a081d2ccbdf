using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.Sharing.Gates;

/// <summary>The names that one file declares, by what their types say of them.</summary>
internal sealed class DeclaredNames
{
    private static readonly HashSet<string> IntegerTypes = new() { "int", "long", "uint", "ulong", "short", "byte", "nint", "nuint" };

    public DeclaredNames(SyntaxNode root)
    {
        foreach (SyntaxNode member in root.DescendantNodes(n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax))
        {
            switch (member)
            {
                case FieldDeclarationSyntax field when !field.Modifiers.Any(SyntaxKind.ConstKeyword):
                    foreach (VariableDeclaratorSyntax variable in field.Declaration.Variables)
                        Add(variable.Identifier.ValueText, field.Declaration.Type, field.Modifiers.Any(SyntaxKind.ReadOnlyKeyword));
                    break;
                case EventFieldDeclarationSyntax handlers:
                    Events.UnionWith(handlers.Declaration.Variables.Select(v => v.Identifier.ValueText));
                    break;
                case PropertyDeclarationSyntax property:
                    Add(property.Identifier.ValueText, property.Type,
                        property.AccessorList?.Accessors.Any(a => a.IsKind(SyntaxKind.SetAccessorDeclaration)) != true);
                    break;
                case MethodDeclarationSyntax method:
                    All.Add(method.Identifier.ValueText);
                    break;
            }
        }
    }

    /// <summary>Fields and properties.</summary>
    public HashSet<string> Fields { get; } = new();

    /// <summary>Fields, properties and methods.</summary>
    public HashSet<string> All { get; } = new();

    /// <summary>Of fields and properties that may change: those of type <c>bool</c>.</summary>
    public HashSet<string> Flags { get; } = new();

    /// <summary>Of fields and properties that may change: those of an integer type.</summary>
    public HashSet<string> Integers { get; } = new();

    /// <summary>Of fields and properties that may change: all others.</summary>
    public HashSet<string> References { get; } = new();

    /// <summary>Events that are like fields.</summary>
    public HashSet<string> Events { get; } = new();

    public HashSet<string> Pointers { get; } = new();

    /// <summary>Thread-safe collections.</summary>
    public HashSet<string> Concurrent { get; } = new();

    /// <summary>What threads wait for and others set or release.</summary>
    public HashSet<string> Signals { get; } = new();

    private void Add(string name, TypeSyntax type, bool isReadOnly)
    {
        Fields.Add(name);
        All.Add(name);
        if (IsSignal(type))
            Signals.Add(name);
        if (IsConcurrent(type))
            Concurrent.Add(name);
        else if (type is PointerTypeSyntax)
            Pointers.Add(name);
        else if (isReadOnly)
            return;
        else if (type is PredefinedTypeSyntax { Keyword.ValueText: "bool" })
            Flags.Add(name);
        else if (IntegerTypes.Contains(type.ToString()))
            Integers.Add(name);
        else
            References.Add(name);
    }

    private static bool IsSignal(TypeSyntax type) => type switch
    {
        NullableTypeSyntax nullable => IsSignal(nullable.ElementType),
        QualifiedNameSyntax qualified => IsSignal(qualified.Right),
        SimpleNameSyntax name => name.Identifier.ValueText is "ManualResetEvent" or "ManualResetEventSlim" or "AutoResetEvent" or "EventWaitHandle" or
            "CountdownEvent" or "SemaphoreSlim" or "Semaphore" or "TaskCompletionSource",
        _ => false,
    };

    private static bool IsConcurrent(TypeSyntax type) =>
        type is GenericNameSyntax { Identifier.ValueText: var name } && (name.StartsWith("Concurrent", StringComparison.Ordinal) || name == "Channel");
}
