using System.Linq;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Xunit;

namespace AioBarrierAnalyzers.Testing.Tests.Behaviours;

public sealed class HostTests
{
    [Fact]
    public void H1_Host_IsTheCompilerThatWasAskedFor()
    {
        var asked = typeof(HostTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "RoslynVersion").Value;
        Assert.Equal(asked, typeof(Compilation).Assembly.GetName().Version!.ToString(3));
    }
}
