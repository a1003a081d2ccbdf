using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace AioBarrierAnalyzers.Tests.WellKnown;

/// <summary>The tables against the framework: no row is a slip of the pen, and no member of the types that the memory model speaks of is forgotten.</summary>
public class MemberTableTests
{
    private static readonly Compilation Framework = Snippet.Compile("", ReferenceAssemblies.Net.Net100);

    [Fact]
    public void EveryRowNamesAMemberOfItsType()
    {
        var missing =
            from row in MemberTable.Rows
            where !CollectionMembers.Rows.Contains(row)
            from member in row.Members
            where !MethodsOf(row).Any(m => m.MetadataName == member.Name && member.Covers(m))
            select $"{row.Namespace}.{row.Name}.{member.Name}";

        Assert.Empty(missing);
    }

    [Fact]
    public void EveryTypeExists() => Assert.All(MemberTable.Rows, row => Assert.NotEmpty(MethodsOf(row)));

    [Fact]
    public void EveryCollectionNameIsAMemberOfSomeCollection()
    {
        var names = CollectionMembers.Rows.SelectMany(MethodsOf).Select(m => m.MetadataName).ToHashSet();

        Assert.All(CollectionMembers.Rows.SelectMany(r => r.Members), m => Assert.Contains(m.Name, names));
    }

    /// <summary>The parameters that an effect names exist on every overload that it covers, and none but a receiver's member has a receiver.</summary>
    [Fact]
    public void EveryParameterExists()
    {
        var known = new KnownMembers();
        foreach (var method in MemberTable.Rows.SelectMany(MethodsOf).Where(m => m.DeclaredAccessibility == Accessibility.Public))
        {
            if (!known.TryGetEffect(method, out var effect)) continue;

            foreach (var parameter in new[] { effect.LocationParameter, effect.ValueParameter, effect.ComparandParameter, effect.SuccessParameter })
            {
                Assert.True(parameter < method.Parameters.Length, method.ToDisplayString());
                Assert.True(parameter != MemberEffect.Receiver || !method.IsStatic, method.ToDisplayString());
            }

            if (effect.SuccessParameter >= 0) Assert.Equal(RefKind.Ref, method.Parameters[effect.SuccessParameter].RefKind);
            if (effect.Result == AtomicResult.Success) Assert.False(method.ReturnsVoid, method.ToDisplayString());
        }
    }

    /// <summary>A new overload or member of a type whose every member matters shows up here, when the framework is updated.</summary>
    [Theory]
    [InlineData("System.Threading.Volatile", "")]
    [InlineData("System.Threading.Interlocked", "")]
    [InlineData("System.Threading.LazyInitializer", "")]
    [InlineData("System.Collections.Immutable.ImmutableInterlocked", "")]
    [InlineData("System.Threading.Monitor", "get_LockContentionCount")]
    [InlineData("System.Threading.Lock", "")]
    [InlineData("System.Threading.SpinLock", "")]
    [InlineData("System.Threading.SpinWait", "")]
    [InlineData("System.Threading.Mutex", ".ctor OpenExisting TryOpenExisting")]
    [InlineData("System.Threading.EventWaitHandle", "OpenExisting TryOpenExisting")]
    [InlineData("System.Threading.ManualResetEventSlim", "get_SpinCount get_WaitHandle Dispose")]
    [InlineData("System.Threading.SemaphoreSlim", "get_AvailableWaitHandle Dispose")]
    [InlineData("System.Threading.CountdownEvent", "get_WaitHandle Dispose")]
    [InlineData("System.Threading.Barrier", "Dispose")]
    [InlineData("System.Threading.Tasks.Parallel", "")]
    [InlineData("System.Threading.Tasks.TaskCompletionSource", "")]
    [InlineData("System.Threading.Tasks.TaskCompletionSource`1", "")]
    [InlineData("System.Collections.Concurrent.ConcurrentQueue`1", "")]
    [InlineData("System.Collections.Concurrent.ConcurrentStack`1", "")]
    [InlineData("System.Collections.Concurrent.ConcurrentBag`1", "")]
    [InlineData("System.Collections.Concurrent.ConcurrentDictionary`2", "get_Comparer GetAlternateLookup TryGetAlternateLookup")]
    [InlineData("System.Collections.Concurrent.BlockingCollection`1", "Dispose")]
    [InlineData("System.Threading.Channels.ChannelReader`1", "")]
    [InlineData("System.Threading.Channels.ChannelWriter`1", "")]
    [InlineData("System.Runtime.CompilerServices.Unsafe", "")]
    public void NoMemberIsForgotten(string type, string opaque)
    {
        var known = new KnownMembers();

        var forgotten = MethodsOf(type)
            .Where(m => m.DeclaredAccessibility == Accessibility.Public && !known.TryGetEffect(m, out _))
            .Where(m => m.MetadataName != ".ctor" || !m.Parameters.Any(p => p.Type.TypeKind is TypeKind.Interface or TypeKind.Array))
            .Select(m => m.MetadataName)
            .Distinct();

        Assert.Equal(opaque.Split(' ', System.StringSplitOptions.RemoveEmptyEntries).Order(), forgotten.Order());
    }

    private static IEnumerable<IMethodSymbol> MethodsOf(TypeRow row) => MethodsOf(row.Namespace + "." + row.Name);

    private static IEnumerable<IMethodSymbol> MethodsOf(string type) =>
        Framework.GetTypesByMetadataName(type).SelectMany(t => t.GetMembers()).OfType<IMethodSymbol>();
}
