using System.Threading.Tasks;
using AioBarrierAnalyzers.Rules;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace AioBarrierAnalyzers.Tests.Fixes;

/// <summary>A file of several projects gets what all of them have.</summary>
public class LinkedFileTests
{
    [Fact]
    public Task Barrier_ThatOnlyOneProjectHas() => EditTest.Of(EditKind.ReadBarrier)
        .On(ReferenceAssemblies.Net.Net100).LinkedInto(ReferenceAssemblies.Net.Net80)
        .MembersBecomeAsync(
            "    private int _version;\n\n    private bool M(int v)\n    {\n        return v == {|primary:_version|};\n    }",
            "    private int _version;\n\n    private bool M(int v)\n    {\n        Interlocked.MemoryBarrier();\n        return v == _version;\n    }");

    [Fact]
    public Task Exchange_ThatOnlyOneProjectHas() => EditTest.Of(EditKind.Claim)
        .On(ReferenceAssemblies.Net.Net100).LinkedInto(ReferenceAssemblies.NetFramework.Net472.Default)
        .MembersBecomeAsync(
            "    private bool _f;\n\n    private void M()\n    {\n        if ({|primary:_f|}) return;\n        {|anchor:_f = true|};\n        Console.WriteLine();\n    }",
            "    private int _f;\n\n    private void M()\n    {\n        if (Interlocked.Exchange(ref _f, 1) != 0) return;\n        Console.WriteLine();\n    }");

    [Fact]
    public Task Overload_ThatOnlyOneProjectHas() => EditTest.Of(EditKind.FullFence, "StoreWithInterlocked")
        .On(ReferenceAssemblies.Net.Net100).LinkedInto(ReferenceAssemblies.NetStandard.NetStandard20)
        .IsNotOfferedForMembersAsync(
            "    private uint _x;\n    private int _y;\n\n    private int M()\n    {\n        {|anchor:_x = 1|};\n        return {|primary:_y|};\n    }");

    [Fact]
    public Task Generic_ThatBothProjectsHave() => EditTest.Of(EditKind.FullFence, "StoreWithInterlocked")
        .On(ReferenceAssemblies.Net.Net100).LinkedInto(ReferenceAssemblies.NetFramework.Net472.Default)
        .MembersBecomeAsync(
            "    private string? _x;\n    private int _y;\n\n    private int M()\n    {\n        {|anchor:_x = null|};\n        return {|primary:_y|};\n    }",
            "    private string? _x;\n    private int _y;\n\n    private int M()\n    {\n        Interlocked.Exchange(ref _x, null);\n        return _y;\n    }");
}
