using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace AioBarrierAnalyzers.Tests.WellKnown;

/// <summary>Compiles a statement inside a class with one field of every useful type.</summary>
internal static class Snippet
{
    private const string Usings = """
        using System;
        using System.Buffers.Binary;
        using System.Collections.Concurrent;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.Linq;
        using System.Numerics;
        using System.Runtime.CompilerServices;
        using System.Runtime.InteropServices;
        using System.Runtime.Intrinsics;
        using System.Threading;
        using System.Threading.Channels;
        using System.Threading.Tasks;
        using System.Threading.Tasks.Sources;
        #pragma warning disable

        """;

    private static readonly ConcurrentDictionary<ReferenceAssemblies, CSharpCompilation> Bases = new();

    /// <summary>A compilation of the source against a framework; null means no references at all.</summary>
    public static CSharpCompilation Compile(string source, ReferenceAssemblies? references)
    {
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true);
        var compilation = references is null
            ? CSharpCompilation.Create("Snippet", options: options)
            : Bases.GetOrAdd(references, r => CSharpCompilation.Create("Snippet", null, Resolve(r), options));
        return compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Latest)));
    }

    private static ImmutableArray<MetadataReference> Resolve(ReferenceAssemblies references) =>
        references.ResolveAsync(LanguageNames.CSharp, CancellationToken.None).GetAwaiter().GetResult();

    /// <summary>The member that a statement calls: of a property the accessor that is used. The statement must compile on .NET 10.</summary>
    public static (IMethodSymbol Method, ITypeSymbol? Receiver, KnownMembers Known) Member(string fields, string statement)
    {
        var (model, body) = Body(fields, statement);
        var expression = ((ExpressionStatementSyntax)body.Statements.Last()).Expression;
        var isStore = false;
        if (expression is AssignmentExpressionSyntax assignment)
        {
            isStore = assignment.Left is not IdentifierNameSyntax { Identifier.Text: "_" };
            expression = isStore ? assignment.Left : assignment.Right;
        }

        var receiver = expression switch
        {
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => model.GetTypeInfo(access.Expression).Type,
            _ => null,
        };
        var method = model.GetSymbolInfo(expression).Symbol switch
        {
            IPropertySymbol property => isStore ? property.SetMethod : property.GetMethod,
            IMethodSymbol called => called.ReducedFrom ?? called,
            IEventSymbol @event => @event.AddMethod,
            _ => null,
        };
        Assert.NotNull(method);
        return (method, receiver, new KnownMembers());
    }

    /// <summary>All operations of a statement that must compile on .NET 10.</summary>
    public static IReadOnlyList<IOperation> Operations(string fields, string statement)
    {
        var (model, body) = Body(fields, statement);
        return [.. model.GetOperation(body)!.DescendantsAndSelf()];
    }

    private static (SemanticModel Model, BlockSyntax Body) Body(string fields, string statement)
    {
        var compilation = Compile($"{Usings} unsafe class C {{ {fields} \n void M() {{ {statement}; }} }}", ReferenceAssemblies.Net.Net100);
        Assert.Empty(compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));

        var tree = compilation.SyntaxTrees.Single();
        var body = tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Single(m => m.Identifier.Text == "M").Body!;
        return (compilation.GetSemanticModel(tree), body);
    }
}
