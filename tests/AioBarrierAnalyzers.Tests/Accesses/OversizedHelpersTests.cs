using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Accesses.Walk;
using AioBarrierAnalyzers.Tests.Meta;
using Microsoft.CodeAnalysis;
using Xunit;

namespace AioBarrierAnalyzers.Tests.Accesses;

public class OversizedHelpersTests
{
    private static readonly IMethodSymbol Helper =
        OwnSources.Compilation.GetTypeByMetadataName(typeof(OversizedHelpers).FullName!)!.GetMembers(nameof(OversizedHelpers.Note)).OfType<IMethodSymbol>().Single();

    private static readonly Frame Shallow = new(Helper, null, null, null);
    private static readonly Frame Deep = new(Helper, Shallow, null, null);

    [Fact]
    public void What_did_not_fit_is_not_tried_with_as_little_room()
    {
        var oversized = new OversizedHelpers();
        Assert.True(oversized.MayFit(Shallow, 100));

        oversized.Note(Shallow, 100);

        Assert.False(oversized.MayFit(Shallow, 100));
        Assert.False(oversized.MayFit(Shallow, 40));
        Assert.True(oversized.MayFit(Shallow, 101));
    }

    [Fact]
    public void Deeper_less_of_it_is_followed_so_that_it_may_fit()
    {
        var oversized = new OversizedHelpers();
        oversized.Note(Shallow, 100);
        Assert.True(oversized.MayFit(Deep, 100));

        oversized = new OversizedHelpers();
        oversized.Note(Deep, 100);
        Assert.False(oversized.MayFit(Shallow, 100));
    }

    [Fact]
    public void What_did_not_fit_into_more_is_kept()
    {
        var oversized = new OversizedHelpers();
        oversized.Note(Shallow, 100);
        oversized.Note(Shallow, 60);
        Assert.False(oversized.MayFit(Shallow, 100));
        oversized.Note(Shallow, 200);
        Assert.False(oversized.MayFit(Shallow, 150));
    }
}
