using System.IO.MemoryMappedFiles;

namespace Corpus.Extra.Aio3006ViewBeforeField.Before;

public sealed class MappedClock
{
    private readonly object _sync = new object();
    private MemoryMappedViewAccessor _view;

    public void Open(MemoryMappedFile file)
    {
        lock (_sync)
        {
            _view = file.CreateViewAccessor();
        }
    }

    public long Read()
    {
        lock (_sync)
        {
            return _view == null ? 0 : _view.ReadInt64(0);
        }
    }

    public void Close()
    {
        _view.Dispose();
        lock (_sync)
        {
            _view = null;
        }
    }
}
